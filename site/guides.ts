import { getCollection } from 'astro:content';

/** All guides in the order people should meet them. */
export async function listGuides() {
  const guides = await getCollection('guides');
  return guides.sort((one, other) => one.data.order - other.data.order);
}
