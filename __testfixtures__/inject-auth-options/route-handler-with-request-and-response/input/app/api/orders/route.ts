import { type NextRequest, NextResponse } from "next/server";
import { getServerSession } from "next-auth";

export async function GET(req: any, res: any) {
  const session = await getServerSession(req, res);
  return NextResponse.json({ email: session?.user?.email });
}

export async function POST(request: NextRequest) {
  const session = await getServerSession({ req: request } as object);
  return NextResponse.json({ email: session?.user?.email });
}
