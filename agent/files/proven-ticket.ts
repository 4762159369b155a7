/** Under this header the door tells a hand whose ticket it has proven; what a browser sends under it is not passed on. */
export const PROVEN_TICKET = 'klucznik-ticket';
