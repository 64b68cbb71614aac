// The part of europe_map.py that needs geometry: reads {"members": {code: [ids]}, …} as JSON from
// standard input and writes the outlines of the Member States and of the land around them.
// Lines are projected and simplified while neighbours still share them (TopoJSON), so that no gap
// opens between two states.

const { readFileSync } = require("node:fs");
const world = require("world-atlas/countries-50m.json");
const topojson = { ...require("topojson-client"), ...require("topojson-simplify") };

async function main() {
  const { members, bounds, width, detail, islet, moved } = JSON.parse(readFileSync(0, "utf8"));
  const { geoAzimuthalEqualArea, geoIdentity, geoPath } = await import("d3-geo");
  const { default: polylabel } = await import("polylabel");

  // EPSG:3035: Lambert's equal-area projection around 10° E, 52° N, on a sphere; bounds in km.
  const [west, north, east, south] = bounds;
  const scale = width / (east - west);
  const height = Math.round((north - south) * scale);
  const projection = geoAzimuthalEqualArea()
    .rotate([-10, -52])
    .scale(6371 * scale)
    .translate([-west * scale, north * scale]);

  const idOf = ({ id, properties }) => id ?? properties.name; // without an id: N. Cyprus, Kosovo
  const codeOf = new Map(
    Object.entries(members).flatMap(([code, ids]) => ids.map((id) => [id, code])),
  );
  const parts = new Map([...Object.keys(members), ""].map((code) => [code, []]));

  const { scale: [kx, ky], translate: [tx, ty] } = world.transform;
  const arcs = world.arcs.map((arc) => {
    let [x, y] = [0, 0];
    return arc.map(([dx, dy]) => projection([(x += dx) * kx + tx, (y += dy) * ky + ty]));
  });
  const plane = { type: "Topology", arcs, objects: {} };
  const isInside = ([x, y]) => x > 0 && x < width && y > 0 && y < height;
  const isShown = ([outer]) =>
    outer.some((index) => arcs[index < 0 ? ~index : index].some(isInside));
  for (const geometry of world.objects.countries.geometries) {
    const polygons = geometry.type === "Polygon" ? [geometry.arcs] : (geometry.arcs ?? []);
    const shown = polygons.filter(isShown);
    parts.get(codeOf.get(idOf(geometry)) ?? "").push({ type: "MultiPolygon", arcs: shown });
  }

  const area = (ring) =>
    Math.abs(
      ring.reduce((sum, [x, y], i) => {
        const [u, v] = ring[(i + 1) % ring.length];
        return sum + x * v - u * y;
      }, 0) / 2,
    );

  const weighed = topojson.presimplify(plane);
  for (const arc of weighed.arcs) {
    // What is small as a whole would vanish, Malta among it.
    const isIsland = arc[0][0] === arc.at(-1)[0] && arc[0][1] === arc.at(-1)[1];
    if (isIsland && area(arc) < 10 * detail) for (const point of arc) point[2] *= 10;
  }
  const simple = topojson.simplify(weighed, detail);
  simple.arcs = simple.arcs.map((arc) => arc.map(([x, y]) => [Math.round(x), Math.round(y)]));

  const clean = (ring) => ring.filter(([x, y], i) => !i || x !== ring[i - 1][0] || y !== ring[i - 1][1]);

  function polygonsOf(code, least) {
    const merged = topojson.merge(simple, parts.get(code)).coordinates;
    const polygons = merged
      .map((rings) => rings.map(clean).filter((ring) => area(ring) > (code ? 0 : least)))
      .filter((rings) => rings.length)
      .sort((one, other) => area(other[0]) - area(one[0]));
    return polygons.filter(([outer], i) => !i || area(outer) >= least);
  }

  // Each line goes on from where the last one ended: shorter than absolute coordinates.
  function path(rings) {
    let [x, y] = [0, 0];
    let text = "";
    for (const ring of rings) {
      const points = clean(ring);
      const [first, last] = [points[0], points.at(-1)];
      if (first[0] === last[0] && first[1] === last[1]) points.pop();
      const start = points[0];
      text += "m";
      let before = "m";
      for (const [u, v] of points) {
        for (const number of [u - x, v - y]) {
          text += before === "m" || number < 0 ? number : ` ${number}`;
          before = "";
        }
        [x, y] = [u, v];
      }
      [x, y] = start;
      text += "z";
    }
    return text;
  }

  function clipped(polygons) {
    const found = [];
    const context = {
      moveTo: (x, y) => found.push([[x, y]]),
      lineTo: (x, y) => found.at(-1).push([x, y]),
      closePath: () => found.at(-1).push(found.at(-1)[0]),
    };
    const clip = geoIdentity().clipExtent([[0, 0], [width, height]]);
    geoPath(clip, context)({ type: "MultiPolygon", coordinates: polygons });
    const rounded = found.map((ring) => ring.map(([x, y]) => [Math.round(x), Math.round(y)]));
    return rounded.filter((ring) => area(ring) >= islet);
  }

  const states = Object.keys(members).map((code) => {
    const polygons = polygonsOf(code, islet);
    const middle = polylabel(polygons[0], 0.5);
    const [x, y] = moved[code] ?? middle.map(Math.round);
    const room = Math.round(middle.distance);
    return [code, { path: path(polygons.flat()), x, y, room }];
  });
  const others = path(clipped(polygonsOf("", islet)));
  process.stdout.write(JSON.stringify({ width, height, others, states: Object.fromEntries(states) }));
}

main();
