import type { ComponentChildren } from 'preact';
import type { GrantSpec, GrantView } from '../../../contract/index.ts';
import { untilWords } from '../../words/dates.ts';
import { accessWords, isSuspended, type Standing, stateWords } from '../../words/grants.ts';
import { roadOf } from '../../words/kinds/index.ts';
import { AreaName } from './AreaName.tsx';

type Marked = Standing & Pick<GrantView, 'problem'>;

interface KeyTagProps {
  who: { name: string; email: string | null };
  service: string;
  spec: GrantSpec;
  notAfter: number | null;
  /** Left out for a key that is only proposed. */
  grant?: Marked;
  now: number;
  /** One below the heading that the tag hangs under. */
  heading?: 'h2' | 'h3';
  /** Named by what it opens, where a heading above says whose it is. */
  byArea?: boolean;
  children?: ComponentChildren;
}

/** A grant's state by word, colour and icon. */
export function StateWord({ grant }: { grant: Marked }) {
  const failing = grant.problem !== null && grant.state !== 'ended';
  const look = isSuspended(grant) ? 'suspended' : grant.state;
  return (
    <span class="state" data-state={failing ? 'failed' : look}>
      {failing ? `${stateWords(grant)} – jest kłopot` : stateWords(grant)}
    </span>
  );
}

/** The key tag: who, what it opens, until when, its state. The same markup as everywhere else on the site. */
export function KeyTag({ who, service, spec, notAfter, grant, now, heading: Who = 'h3', byArea = false, children }: KeyTagProps) {
  return (
    <article class="tag" data-state={grant?.state}>
      <Who class="tag-who">
        {byArea ? <AreaName spec={spec} /> : who.name || 'Osoba, której dajesz dostęp'}
        {who.email && !byArea ? <small>{who.email}</small> : null}
      </Who>
      <dl class="tag-facts">
        {byArea ? null : (
          <div>
            <dt>Otwiera</dt>
            <dd>
              <AreaName spec={spec} />
            </dd>
          </div>
        )}
        {/* What the account itself keeps is its own service. */}
        {roadOf(spec) === 'account' ? null : (
          <div>
            <dt>Usługa</dt>
            <dd>{service}</dd>
          </div>
        )}
        <div>
          <dt>Może</dt>
          <dd>{accessWords(spec)}</dd>
        </div>
        <div>
          <dt>Do kiedy</dt>
          <dd>{untilWords(notAfter, now)}</dd>
        </div>
      </dl>
      {grant ? <StateWord grant={grant} /> : null}
      {children}
    </article>
  );
}

type GrantTagProps = Pick<KeyTagProps, 'now' | 'heading' | 'byArea' | 'children'> & { grant: GrantView };

/** The tag of a grant that exists. */
export const GrantTag = ({ grant, ...rest }: GrantTagProps) => (
  <KeyTag who={grant.grantee} service={grant.service.name} spec={grant.spec} notAfter={grant.notAfter} grant={grant} {...rest} />
);
