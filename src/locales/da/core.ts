export const core = { 'app.name': 'x' } as const;
