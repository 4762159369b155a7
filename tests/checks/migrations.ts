/** What in a migration would lose data without a word, as sentences; empty when nothing would. */
export function migrationFaults(sql: string): string[] {
  const faults: string[] = [];
  if (/__new_/i.test(sql))
    faults.push('rebuilds a table (__new_…): write the change by hand, or children of the old table may vanish');
  if (/on\s+delete\s+cascade/i.test(sql))
    faults.push('deletes children with their parent (ON DELETE CASCADE): rows of grants and the audit are never deleted');
  if (/\bdrop\s+table\b/i.test(sql)) faults.push('drops a table: migrations only add');
  return faults;
}
