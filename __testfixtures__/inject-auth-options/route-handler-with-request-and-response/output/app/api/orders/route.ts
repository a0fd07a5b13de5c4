import { type NextRequest, NextResponse } from "next/server";
import { getServerSession } from "next-auth";
import { authOptions } from "@/lib/auth";

export async function GET(req: any, res: any) {
  const session = await getServerSession(authOptions);
  return NextResponse.json({ email: session?.user?.email });
}

export async function POST(request: NextRequest) {
  const session = await getServerSession(authOptions);
  return NextResponse.json({ email: session?.user?.email });
}
