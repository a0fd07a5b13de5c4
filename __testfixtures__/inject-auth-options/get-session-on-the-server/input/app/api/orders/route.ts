import { NextResponse } from "next/server";
import { getServerSession } from "next-auth/next";
import { getSession, signOut } from "next-auth/react";

export async function GET(req: any) {
  const session = (await getSession({ req })) ?? (await getServerSession());
  return NextResponse.json({ email: session?.user?.email, out: typeof signOut });
}

export async function POST() {
  const cookie = "next-auth.session-token=1";
  const session = await getSession({ req: { headers: { cookie } } });
  return NextResponse.json({ email: session?.user?.email });
}
