import { describe, expect, it } from 'vitest';
import type { Connection } from '../../contract/index.ts';
import { fileZillaSites } from './filezilla.ts';
import { winScpSessions } from './winscp.ts';

const connection: Connection = {
  user: 'jan-7k3f',
  ftp: { host: 's1.example.pl', ftpsPort: 2121, sftpPort: 2222, certificatePrint: 'AA', hostKeyPrint: 'SHA256:x' },
};

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
