export type FaceName = 'resident' | 'console' | 'screen';
