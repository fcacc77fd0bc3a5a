/** Where a line of a finding stood when a picture was taken, CSS px, in the coordinates of the picture's region. */
export interface FindingPlace {
  findingId: string;
  x: number;
  y: number;
  width: number;
  height: number;
}
