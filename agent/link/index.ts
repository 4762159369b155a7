export { type Identity, identity, makeKeyPair, signGreeting } from './identity.ts';
export { Link, type LinkOptions, linkAddress, type Socket } from './link.ts';
