// Constraints of the records this room keeps in the graph. They make the graph refuse a second record of one account.

export const CONSTRAINTS = [
  'CREATE CONSTRAINT account_id IF NOT EXISTS FOR (n:Account) REQUIRE n.account IS UNIQUE',
  'CREATE CONSTRAINT player_profile IF NOT EXISTS FOR (n:PlayerProfile) REQUIRE n.player IS UNIQUE',
  'CREATE CONSTRAINT clinician_id IF NOT EXISTS FOR (n:Clinician) REQUIRE n.clinician IS UNIQUE',
  'CREATE CONSTRAINT invitation_code IF NOT EXISTS FOR (n:Invitation) REQUIRE n.codeHash IS UNIQUE',
  'CREATE INDEX invitation_account IF NOT EXISTS FOR (n:Invitation) ON (n.account)',
  'CREATE CONSTRAINT revocation IF NOT EXISTS FOR (n:Revocation) REQUIRE (n.account, n.role) IS UNIQUE',
  'CREATE INDEX revocation_time IF NOT EXISTS FOR (n:Revocation) ON (n.at)',
  'CREATE CONSTRAINT break_glass_id IF NOT EXISTS FOR (n:BreakGlass) REQUIRE n.id IS UNIQUE',
  'CREATE INDEX break_glass_of IF NOT EXISTS FOR (n:BreakGlass) ON (n.account, n.player)',
  'CREATE INDEX break_glass_player IF NOT EXISTS FOR (n:BreakGlass) ON (n.player)',
];
