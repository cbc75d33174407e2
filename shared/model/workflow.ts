import { z } from 'zod';

/** A story's way to the reader: `draft → review → ready → published`, and `withdrawn`. */
export const Status = z.enum(['draft', 'review', 'ready', 'published', 'withdrawn']);
export type Status = z.infer<typeof Status>;

/** The statuses whose stories an export of everything takes. */
export const exportedStatuses: readonly Status[] = ['ready', 'published'];
