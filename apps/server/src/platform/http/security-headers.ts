import type { FastifyReply, FastifyRequest } from 'fastify';

const HEADERS = {
  // Styles are written at run time by the console's component library; scripts never are.
  'content-security-policy': [
    "default-src 'self'",
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "font-src 'self' data:",
    "connect-src 'self' ws: wss:",
    "worker-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "frame-ancestors 'self'",
    "form-action 'self'",
  ].join('; '),
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'same-origin',
  'permissions-policy': 'camera=(self), microphone=(), geolocation=(self)',
};

export function securityHeaders(_request: FastifyRequest, reply: FastifyReply, done: () => void): void {
  // On the raw answer too: static files bypass the reply.
  for (const [name, value] of Object.entries(HEADERS)) reply.raw.setHeader(name, value);
  done();
}
