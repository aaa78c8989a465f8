import { z } from 'zod';

export const menuId = z.uuidv7().brand<'MenuId'>();
export type MenuId = z.infer<typeof menuId>;
