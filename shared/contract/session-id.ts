import { z } from 'zod';

/** One window or browser tab that edits; made by the renderer when it starts, such as `crypto.randomUUID()`. */
export const SessionId = z.string().regex(/^[0-9A-Za-z-]{8,64}$/);
export type SessionId = z.infer<typeof SessionId>;
