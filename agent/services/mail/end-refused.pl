#!/usr/bin/perl
# Ends IMAP sessions of everyone whom Dovecot would no longer let in: past their end date, taken back, or in the bin.
# Dovecot's master starts it in its base_dir (service klucznik { type = startup }): it lives as long as Dovecot does and needs no agent.
# Usage, in dovecot.conf: executable = /usr/bin/perl /path/to/end-refused.pl <folder of all mail> <seconds between looks>
use strict;
use warnings;
use Cwd 'abs_path';
use IO::Socket::UNIX;

# src/lib-master/master-interface.h: a started process reports once on descriptor 5, and sees on 6 when the master is gone.
use constant { STATUS => 5, MASTER_GONE => 6, PATIENCE => 10, AT_ONCE => 100 };
my ($mail, $every) = @ARGV;
open(my $status, '>&=', STATUS) or die "no status descriptor: $!";
syswrite($status, pack('iII', $$, $ENV{GENERATION}, $ENV{CLIENT_LIMIT})) or die "no word to the master: $!";

while (1) {
  eval { local $SIG{ALRM} = sub { die "auth does not answer\n" }; alarm PATIENCE; look(); alarm 0; 1 } or warn $@;
  alarm 0;
  my $gone = '';
  vec($gone, MASTER_GONE, 1) = 1;
  exit 0 if select($gone, undef, undef, $every);
}

sub look {
  my $pids = sessions();
  return unless %$pids;
  kill('TERM', @{ $pids->{$_} }) for refused(keys %$pids);
}

# Titles (verbose_proctitle) also name sessions that outlived a crashed master, of which the new one knows nothing.
# A session works in its mailbox, so that one of another Dovecot on this machine is told apart by where it works.
# Anybody may call a process so: only what can be a name is passed on, because auth hangs up at a line that is too long.
# A process that serves several people ("2 connections") names none of them.
sub sessions {
  my %pids;
  my $root = abs_path($mail) // die "no folder $mail\n";
  for my $folder (glob '/proc/[0-9]*') {
    next unless (readlink("$folder/exe") // '') =~ m{/dovecot/imap$};
    next unless index(readlink("$folder/cwd") // '', "$root/") == 0;
    open(my $file, '<', "$folder/cmdline") or next;
    my ($user) = (<$file> // '') =~ m{^dovecot/imap \[([!-~]{1,254}) (?!connections\])} or next;
    push @{ $pids{$user} }, substr($folder, length '/proc/');
  }
  return \%pids;
}

# Asks Dovecot's own user_query (src/auth/auth-master-connection.c), some at a time, because auth stops listening to those who do not read.
# Only a plain "no such user" counts: a locked database proves nothing.
sub refused {
  my @users = @_;
  my $auth = IO::Socket::UNIX->new('auth-userdb') or die "no auth-userdb: $!\n";
  print $auth "VERSION\t1\t0\n";
  my @refused;
  while (my @some = splice(@users, 0, AT_ONCE)) {
    print $auth map { "USER\t$_\t$some[$_ - 1]\tservice=imap\n" } 1 .. @some;
    $auth->flush;
    my $answers = 0;
    while ($answers < @some) {
      my $line = <$auth> // die "auth hung up\n";
      my ($what, $id) = $line =~ /^(USER|NOTFOUND|FAIL)\t(\d+)/ or next;
      push @refused, $some[$id - 1] if $what eq 'NOTFOUND';
      $answers++;
    }
  }
  return @refused;
}
