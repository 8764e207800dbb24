/** Longitude and latitude in degrees. */
export type Position = readonly [number, number]

/** A closed line: the last position is the first again. */
export type Ring = readonly Position[]

/** The outer ring, then the holes. */
export type Polygon = readonly Ring[]

/** A geographic value, in GeoJSON and taken apart. */
export type Geometry = {
  geoJson: {type: string; coordinates: unknown} | {type: string; geometries: unknown[]}
  points: readonly Position[]
  lines: readonly (readonly Position[])[]
  polygons: readonly Polygon[]
}
