/** Import this first: several libraries are stricter while developing, and fail open in production only. */
process.env.NODE_ENV = 'production';

export {};
