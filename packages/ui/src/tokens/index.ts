// One source for the CSS variables (styles/tokens.css, held to this by a test), antd's theme and ECharts' theme.

/** Roles, not hues: a component never names a colour, it names what the colour is for. */
export const light = {
  // identity
  brand: '#A6192E', 'brand-strong': '#84121F', 'brand-tint': '#FAECEE', 'brand-line': '#E7B9BF', 'on-brand': '#FFFFFF', 'on-brand-2': '#FFE4E1',
  // ink
  ink: '#211C1A', 'ink-2': '#4D4642', 'ink-3': '#655D58', link: '#0B4FB3', focus: '#0B4FB3',
  // ground
  paper: '#FAF7F2', surface: '#FFFFFF', sunken: '#F3EEE7', hair: '#E4DCD2', line: '#767676', 'line-soft': '#8E857B',
  // meaning: always with an icon and a word
  ok: '#0B6B3A', 'ok-tint': '#E6F3EB', 'ok-line': '#9CCBB0',
  warn: '#8A5A00', 'warn-tint': '#FFF3D9', 'warn-line': '#E2BF77', 'warn-strong': '#6F4800',
  bad: '#B3261E', 'bad-tint': '#FDECEA', 'bad-line': '#E9AFAA', 'bad-strong': '#99201A',
  info: '#0B4FB3', 'info-tint': '#E9F0FB', 'info-line': '#A9C3EA',
  // a fill only (bars, outlines; at least 3:1 on sunken): text takes warn
  amber: '#B0740E',
} as const; // prettier-ignore

/** The wall: gold is the figure the page is about, blue volume, green achieved, orange act; red is identity and alarms. */
export const wall = {
  bg: '#0B1B2E', panel: '#12263D', 'panel-2': '#183352', rule: '#2A4566',
  tx: '#FFFFFF', 'tx-2': '#DCE6F2', 'tx-3': '#AFC1D6',
  gold: '#F2B84B', blue: '#5FB3F9', green: '#4CC9A4', orange: '#F2855E', id: '#C8102E',
} as const; // prettier-ignore

/** From low to high in fixed steps: mixing navy to gold would turn green. */
export const wallRamp = ['#19395D', '#204F80', '#2A6FB0', '#4AA0E8', '#8CCBFF'] as const;

/** In px. */
export const space = { s1: 4, s2: 8, s3: 12, s4: 16, s5: 20, s6: 24, s8: 32, s10: 40, s12: 48 } as const;
export const radius = { r1: 6, r2: 10, r3: 16 } as const;

/** Text sizes and touch targets in px, a face at a time. Elder mode changes these and nothing else. */
export const residentSizes = { 't-xs': 15, 't-sm': 16, 't-md': 18, 't-lg': 20, 't-xl': 24, 't-2xl': 30, 't-fig': 40, tap: 48, gut: 16, gap: 12 } as const; // prettier-ignore
export const elderSizes = { 't-xs': 22, 't-sm': 22, 't-md': 24, 't-lg': 27, 't-xl': 31, 't-2xl': 36, 't-fig': 48, tap: 60, gap: 16 } as const; // prettier-ignore
export const consoleSizes = { 'c-xs': 12, 'c-sm': 13, 'c-md': 14, 'c-lg': 16, 'c-xl': 22, 'c-fig': 28, row: 43 } as const; // prettier-ignore
export const wallSizes = { 'w-xs': 28, 'w-sm': 32, 'w-md': 36, 'w-lg': 44, 'w-xl': 64, 'w-h': 84, 'w-fig': 96 } as const; // prettier-ignore

/** `Hans` for pages in Simplified, whose glyphs differ. */
export const fonts = {
  sans: '"Noto Sans CJK TC", "PingFang TC", "HarmonyOS Sans TC", "Microsoft JhengHei", system-ui, sans-serif',
  serif: '"Noto Serif CJK TC", "Songti TC", "Source Han Serif TC", serif',
  sansHans:
    '"Noto Sans CJK SC", "PingFang SC", "HarmonyOS Sans SC", "Microsoft YaHei", system-ui, sans-serif',
  serifHans: '"Noto Serif CJK SC", "Songti SC", "Source Han Serif SC", serif',
} as const;
