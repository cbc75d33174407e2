import { z } from 'zod';

/** One window or browser tab that edits; made by the renderer when it starts, such as `crypto.randomUUID()`. */
export const SessionId = z.string().regex(/^[0-9A-Za-z-]{8,64}$/);
export type SessionId = z.infer<typeof SessionId>;

/** How many changes of a story its session has made; of two texts of one session, the higher one grew out of the lower. */
export const TextVersion = z.int().min(0);
export type TextVersion = z.infer<typeof TextVersion>;
