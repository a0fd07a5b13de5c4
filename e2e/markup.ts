/** The pages of the example as assistive technology reads them, signed in as the keeper and signed out. */

const bar = (user: string): string => `- banner:
  - link "Toolshed"
  - navigation:
    - link "My loans"
    - link "Account"
  ${user}`;

const signedInBar = bar(`- text: Demo Keeper
  - button "Sign out"`);

const signedOutBar = bar(`- link "Sign in"`);

const shelf = `- main:
  - heading "On the shelf today" [level=1]
  - list:
    - listitem:
      - heading "Ladder, 4 m" [level=2]
      - paragraph: Two to carry it, please.
    - listitem:
      - heading "Belt sander" [level=2]
      - paragraph: Bring your own paper.
    - listitem:
      - heading "Hedge trimmer" [level=2]
      - paragraph: Charged on Fridays.
    - listitem:
      - heading "Wheelbarrow" [level=2]
      - paragraph: Lives behind the shed.`;

export const homeSignedIn = `${signedInBar}
${shelf}
  - heading "Put a tool aside" [level=2]
  - combobox "Tool":
    - option "Ladder, 4 m" [selected]
    - option "Belt sander"
    - option "Hedge trimmer"
    - option "Wheelbarrow"
  - button "Reserve"
  - paragraph: 0 set aside`;

export const homeSignedOut = `${signedOutBar}
${shelf}
  - paragraph: Members can put a tool aside for three days.
  - link "Sign in to reserve"`;

export const loans = `${signedInBar}
- main:
  - heading "My loans" [level=1]
  - paragraph: Borrowed by Demo Keeper
  - list:
    - listitem:
      - strong: Cordless drill
      - text: due 14 May
    - listitem:
      - strong: Pruning saw
      - text: due 20 May
  - heading "Overdue in the shed" [level=2]
  - list:
    - listitem:
      - strong: Pressure washer
      - text: since 2 May`;

export const account = `${signedInBar}
- main:
  - heading "Account" [level=1]
  - term: Name
  - definition: Demo Keeper
  - term: Email
  - definition: keeper@example.com
  - term: Member no.
  - definition: k-001
  - term: Role
  - definition: keeper`;

export const login = `${signedOutBar}
- main:
  - heading "Sign in" [level=1]
  - text: Email
  - textbox "Email"
  - text: Password
  - textbox "Password"
  - button "Sign in"`;
