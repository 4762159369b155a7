export { canonicalData, type DataFault, type DataRead, targetOf, typedText } from './data.ts';
export { fileNames, isOwnerName, isWithin, type Resolve, typedHost, typedOwner } from './names.ts';
