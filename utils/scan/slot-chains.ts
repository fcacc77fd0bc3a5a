import type { CompiledFamily } from './compiled-family.ts';

/** Code units that may lie between two slots beyond the family's own gap: marks and indentation the reader does not count. */
const SLACK = 24;

/** How the slots of all families follow each other, by slot number: what the detector asks at every slot's word. */
export interface SlotChains {
  /** The slots that may come right before it are this one and those after it. */
  after: Int32Array;
  /** Code units that may lie between it and the slot before. */
  reach: Int32Array;
  /** 1 where a family may begin with it. */
  opens: Uint8Array;
  /** 1 where a family may end with it. */
  completes: Uint8Array;
}

export function slotChains(families: readonly CompiledFamily[], slots: number): SlotChains {
  const chains: SlotChains = {
    after: new Int32Array(slots),
    reach: new Int32Array(slots),
    opens: new Uint8Array(slots),
    completes: new Uint8Array(slots),
  };
  for (const { family, firstSlot } of families) {
    let after = firstSlot;
    let lastFilled = firstSlot;
    for (let index = 0; index < family.slots.length; index++) {
      const slot = firstSlot + index;
      chains.after[slot] = after;
      chains.reach[slot] = family.maxGap + SLACK;
      chains.opens[slot] = after === firstSlot && (index === 0 || family.slots[0]!.optional) ? 1 : 0;
      if (family.slots[index]!.optional) continue;
      after = slot;
      lastFilled = slot;
    }
    chains.completes.fill(1, lastFilled, firstSlot + family.slots.length);
  }
  return chains;
}

/** The family of each slot. */
export const slotFamilies = (families: readonly CompiledFamily[]): number[] =>
  families.flatMap(({ family }, index) => family.slots.map(() => index));
