// The real cryptography, as Node has it; keys are kept, because making one takes its time on purpose.

import { createSealer } from "../../src/app/sealing.ts";
import type { Sealer } from "../../src/codec/lock.ts";

export const sealer: Sealer = createSealer(crypto.subtle);
