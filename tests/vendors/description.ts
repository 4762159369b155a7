import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv, type ValidateFunction } from 'ajv';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { ROOT } from '../support/stage/process.ts';
import type { Exchange } from '../support/vendors/cloud.ts';

/** Where the published descriptions of the vendors' APIs lie, beside the repository; not every clone has them. */
const FOLDER = join(ROOT, '../shared/vendors');
export const hasDescriptions =
  existsSync(join(FOLDER, 'msgraph.openapi.json')) && existsSync(join(FOLDER, 'acronis.openapi.json'));

type Json = { [key: string]: Json } & { $ref?: unknown };
interface Found {
  at: string;
  is: Json;
}

const inPointer = (part: string) => encodeURIComponent(part.replaceAll('~', '~0').replaceAll('/', '~1'));

/** What an OpenAPI description says of requests and their answers. */
export class Description {
  readonly #doc: Json;
  readonly #ajv: Ajv;
  readonly #compiled = new Map<string, ValidateFunction>();

  constructor(file: 'msgraph.openapi.json' | 'acronis.openapi.json') {
    this.#doc = JSON.parse(readFileSync(join(FOLDER, file), 'utf8')) as Json;
    const isNew = String(this.#doc.openapi).startsWith('3.1');
    this.#ajv = isNew ? (new Ajv2020({ strict: false }) as unknown as Ajv) : new Ajv({ strict: false });
    addFormats.default(this.#ajv);
    this.#ajv.addSchema(this.#doc, 'doc');
  }

  /** The operation that an exchange is of, such as `POST /users`; null when there is none. */
  operationOf({ method, path }: Pick<Exchange, 'method' | 'path'>): string | null {
    const parts = path.split('/');
    const fit = Object.keys(this.#doc.paths ?? {}).filter((template) => {
      const steps = template.split('/');
      return steps.length === parts.length && steps.every((step, at) => step === parts[at] || step.startsWith('{'));
    });
    // A fixed part is meant before one that stands for anything.
    const [best] = fit.sort((one, other) => one.split('{').length - other.split('{').length);
    return best && this.#doc.paths?.[best]?.[method.toLowerCase()] ? `${method} ${best}` : null;
  }

  /** Everything in which an exchange is not as described; empty when it is. */
  faults(exchange: Exchange): string[] {
    const operation = this.operationOf(exchange);
    if (!operation) return [`${exchange.method} ${exchange.path} is not described`];
    const [verb = '', template = ''] = operation.split(' ');
    const at = `/paths/${inPointer(template)}/${verb.toLowerCase()}`;
    const is = this.#doc.paths?.[template]?.[verb.toLowerCase()] as Json;
    return [
      ...this.#queryFaults(is, exchange),
      ...this.#bodyFaults({ at, is }, exchange),
      ...this.#answerFaults({ at, is }, exchange),
    ].map((fault) => `${operation}: ${fault}`);
  }

  #queryFaults(operation: Json, { query }: Exchange): string[] {
    const listed = Object.values(operation.parameters ?? {}) as Json[];
    const parameters = listed.map((one) => this.#resolve({ at: '', is: one }).is);
    const named = parameters.filter((one) => String(one.in) === 'query');
    const known = named.map((one) => String(one.name));
    const needed = named.filter((one) => (one.required as unknown) === true).map((one) => String(one.name));
    return [
      ...Object.keys(query).flatMap((name) => (known.includes(name) ? [] : [`query ${name} is not described`])),
      ...needed.flatMap((name) => (name in query ? [] : [`query ${name} is missing`])),
    ];
  }

  #bodyFaults({ at, is }: Found, { body }: Exchange): string[] {
    if (!is.requestBody) return body === undefined ? [] : ['a body is not described'];
    const found = this.#resolve({ at: `${at}/requestBody`, is: is.requestBody });
    if (body === undefined) return (found.is.required as unknown) === true ? ['a body is missing'] : [];
    return this.#schemaFaults('body', this.#content(found), body);
  }

  #answerFaults({ at, is }: Found, { status, answer }: Exchange): string[] {
    const responses = is.responses ?? {};
    const key = [String(status), `${String(status)[0]}XX`].find((name) => name in responses);
    if (!key) return [`answer ${status} is not described`];
    const content = this.#content(this.#resolve({ at: `${at}/responses/${key}`, is: responses[key] as Json }));
    if (!content) return answer === undefined ? [] : [`answer ${status} has a body`];
    return answer === undefined ? [`answer ${status} has no body`] : this.#schemaFaults(`answer ${status}`, content, answer);
  }

  #content({ at, is }: Found): string | null {
    const [type] = Object.keys(is.content ?? {});
    return type ? `${at}/content/${inPointer(type)}/schema` : null;
  }

  #schemaFaults(what: string, pointer: string | null, value: unknown): string[] {
    if (!pointer) return [`${what} is not described`];
    const validate = this.#compiled.get(pointer) ?? this.#ajv.compile({ $ref: `doc#${pointer}` });
    this.#compiled.set(pointer, validate);
    return validate(value) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${what}${instancePath} ${message}`);
  }

  #resolve(found: Found): Found {
    if (typeof found.is.$ref !== 'string') return found;
    const pointer = found.is.$ref.replace(/^#/, '');
    const parts = pointer
      .split('/')
      .slice(1)
      .map((part) => decodeURIComponent(part).replaceAll('~1', '/').replaceAll('~0', '~'));
    return { at: pointer, is: parts.reduce<Json>((place, part) => place[part] as Json, this.#doc) };
  }
}
