export interface Tool {
  id: string;
  name: string;
  note: string;
}

export interface Loan {
  id: string;
  tool: string;
  due: string;
}

export const tools: Tool[] = [
  { id: "ladder", name: "Ladder, 4 m", note: "Two to carry it, please." },
  { id: "sander", name: "Belt sander", note: "Bring your own paper." },
  { id: "trimmer", name: "Hedge trimmer", note: "Charged on Fridays." },
  { id: "barrow", name: "Wheelbarrow", note: "Lives behind the shed." },
];

export const loans: Loan[] = [
  { id: "l-208", tool: "Cordless drill", due: "14 May" },
  { id: "l-211", tool: "Pruning saw", due: "20 May" },
];

export const overdueLoans: Loan[] = [{ id: "l-187", tool: "Pressure washer", due: "2 May" }];
