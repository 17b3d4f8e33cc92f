export const register = { 'register.details.heading': 'x' } as const;
