import { z } from 'zod';

/** Roles that an invitation to the Panel can bring (R1, R2). Nobody becomes owner by one: that is cession (R7). */
export const panelRole = z.enum(['administrator', 'user']);
export type PanelRole = z.infer<typeof panelRole>;

/** A panel user (R1, R2): one person's sign-in to the whole account, never to one service of it (R3). */
export const panelUserSpec = z.strictObject({ kind: z.literal('panel-user'), role: panelRole });
export type PanelUserSpec = z.infer<typeof panelUserSpec>;
