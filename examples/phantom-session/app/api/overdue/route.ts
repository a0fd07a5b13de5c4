import { NextResponse } from "next/server";
import { getServerSession } from "next-auth";
import { overdueLoans } from "@/lib/shelf";

export async function GET() {
  const session = await getServerSession();

  if (session?.user?.role !== "keeper") {
    return NextResponse.json({ error: "Only keepers see what is overdue." }, { status: 403 });
  }

  return NextResponse.json({ loans: overdueLoans });
}
