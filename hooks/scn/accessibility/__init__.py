"""The accessibility statement (Implementing Decision (EU) 2018/1523): its data and their checks."""
