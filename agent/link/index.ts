export { type Identity, identity, makeKeyPair } from './identity.ts';
export { Link, type LinkOptions, linkAddress, type Socket } from './link.ts';
