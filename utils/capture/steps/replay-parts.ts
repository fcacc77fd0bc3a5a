/** Files between the recording of a load and its WACZ; they are gone once it is written. */
export const REPLAY_PARTS = 'replay/parts/';

/** What was asked and answered, without the bodies. */
export const REPLAY_LOAD = `${REPLAY_PARTS}load.json`;
