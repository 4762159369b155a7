import { describe, expect, it } from 'vitest';
import { CONNECTIONS } from '../testing/grant.ts';
import { autoconfigName, autoconfigProfile } from './autoconfig.ts';
import { fileZillaSites } from './filezilla.ts';
import { phpMyAdminAddress } from './phpmyadmin.ts';
import { winScpSessions } from './winscp.ts';

const connection = CONNECTIONS.ftp;

/** Reads a file of FileZilla's back: one record for each server. */
const readXml = (xml: string) =>
  [...xml.matchAll(/<Server>(.*?)<\/Server>/gs)].map(([, server = '']) =>
    Object.fromEntries([...server.matchAll(/<(\w+)>([^<]*)<\/\1>/g)].map(([, tag, text]) => [tag, text])),
  );

/** Reads an INI file back: one record for each section. */
const readIni = (ini: string) =>
  ini.split(/\r\n(?=\[)/).map((section) => {
    const [title = '', ...lines] = section.trim().split('\r\n');
    return { title: decodeURIComponent(title), ...Object.fromEntries(lines.map((line) => line.split('='))) };
  });

describe('settings for FileZilla', () => {
  it('hold SFTP and FTPS with explicit TLS, and ask for the password', () => {
    const [sftp, ftps] = readXml(fileZillaSites(connection));
    expect(sftp).toMatchObject({ Host: 's1.example.pl', Port: '2222', Protocol: '1', User: 'jan-7k3f', Logontype: '2' });
    expect(ftps).toMatchObject({ Host: 's1.example.pl', Port: '2121', Protocol: '4', User: 'jan-7k3f', Logontype: '2' });
  });
  it('hold SFTP alone for somebody with a key', () => {
    expect(readXml(fileZillaSites(connection, true))).toEqual([expect.objectContaining({ Protocol: '1', Logontype: '3' })]);
  });
  it('hold no password and survive characters that mean something in XML', () => {
    const xml = fileZillaSites({ ...connection, ftp: { ...connection.ftp, host: 'a<b>&"c' } });
    expect(xml).not.toMatch(/<Pass/);
    expect(xml).toContain('<Host>a&lt;b&gt;&amp;&quot;c</Host>');
  });
});

describe('settings for WinSCP', () => {
  it('hold SFTP and FTPS with explicit TLS', () => {
    expect(readIni(winScpSessions(connection))).toEqual([
      {
        title: '[Sessions\\jan-7k3f (SFTP)]',
        HostName: 's1.example.pl',
        PortNumber: '2222',
        UserName: 'jan-7k3f',
        FSProtocol: '2',
      },
      {
        title: '[Sessions\\jan-7k3f (FTPS)]',
        HostName: 's1.example.pl',
        PortNumber: '2121',
        UserName: 'jan-7k3f',
        FSProtocol: '5',
        Ftps: '3',
      },
    ]);
  });
  it('hold SFTP alone for somebody with a key, and never a password', () => {
    expect(readIni(winScpSessions(connection, true))).toHaveLength(1);
    expect(winScpSessions(connection)).not.toMatch(/Password/);
  });
});

describe('the autoconfig profile', () => {
  /** Reads one server back: its type and every value in it. */
  const readServer = (xml: string, which: 'incomingServer' | 'outgoingServer') => {
    const [, type, inner = ''] = new RegExp(`<${which} type="(\\w+)">(.*?)</${which}>`, 's').exec(xml) ?? [];
    return { type, ...Object.fromEntries([...inner.matchAll(/<(\w+)>([^<]*)<\/\1>/g)].map(([, tag, text]) => [tag, text])) };
  };
  const mailbox = CONNECTIONS.mailbox;
  it('holds IMAP inside TLS with the person’s own user name, not the address', () => {
    expect(readServer(autoconfigProfile(mailbox), 'incomingServer')).toEqual({
      type: 'imap',
      hostname: 'mail.example.pl',
      port: '993',
      socketType: 'SSL',
      username: 'jan-7k3f',
      authentication: 'password-cleartext',
    });
  });
  it('adds no outgoing server: this access does not send', () => {
    expect(readServer(autoconfigProfile(mailbox), 'outgoingServer')).toMatchObject({
      type: 'smtp',
      authentication: 'none',
      addThisServer: 'false',
      useGlobalPreferredServer: 'true',
    });
  });
  it('is for the domain of the address and is called by it', () => {
    expect(autoconfigProfile(mailbox)).toMatch(/<emailProvider id="sklep.example">\s*<domain>sklep.example<\/domain>/);
    expect(autoconfigName(mailbox)).toBe('sklep.example.xml');
  });
  it('opens and closes every element, in this order', () => {
    const open: string[] = [];
    for (const [, slash, tag = ''] of autoconfigProfile(mailbox).matchAll(/<(\/?)(\w+)[^>]*>/g)) {
      if (slash) expect(open.pop()).toBe(tag);
      else open.push(tag);
    }
    expect(open).toEqual([]);
  });
  it('holds no password and survives characters that mean something in XML', () => {
    const xml = autoconfigProfile({ ...mailbox, user: 'a<b>&"c' });
    expect(xml).not.toMatch(/<password>/i);
    expect(xml).toContain('<username>a&lt;b&gt;&amp;&quot;c</username>');
  });
});

describe('the way into phpMyAdmin', () => {
  it('names the database and its page, whatever the name', () => {
    const address = new URL(phpMyAdminAddress({ ...CONNECTIONS.database, name: 'a&b #ż_%' }) ?? '');
    expect(address.origin + address.pathname).toBe('https://pma.example.pl/');
    expect(address.searchParams.get('db')).toBe('a&b #ż_%');
    expect(address.searchParams.get('route')).toBe('/database/structure');
  });
  it('carries neither user name nor password', () => {
    expect(phpMyAdminAddress(CONNECTIONS.database)).not.toMatch(/jan-7k3f|user|pass/i);
  });
  it('is not there where there is no phpMyAdmin', () => {
    const { database } = CONNECTIONS.database;
    expect(phpMyAdminAddress({ ...CONNECTIONS.database, database: { ...database, phpMyAdmin: null } })).toBeNull();
  });
});
