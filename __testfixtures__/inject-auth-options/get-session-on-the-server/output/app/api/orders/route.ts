import { NextResponse } from "next/server";
import { getServerSession } from "next-auth/next";
import { getSession, signOut } from "next-auth/react";
import { authOptions } from "@/lib/auth";

export async function GET(req: any) {
  const session = (await getServerSession(authOptions)) ?? (await getServerSession(authOptions));
  return NextResponse.json({ email: session?.user?.email, out: typeof signOut });
}

export async function POST() {
  const cookie = "next-auth.session-token=1";
  const session = await getSession({ req: { headers: { cookie } } });
  return NextResponse.json({ email: session?.user?.email });
}
