/** Characters that a reader of pictures takes for each other in print, each pair once. */
export const LOOK_ALIKES: readonly (readonly [string, string])[] = [
  ['0', 'O'],
  ['0', 'D'],
  ['0', 'Q'],
  ['O', 'D'],
  ['O', 'Q'],
  ['1', 'I'],
  ['1', 'L'],
  ['5', 'S'],
  ['2', 'Z'],
  ['8', 'B'],
  ['6', 'G'],
];
