import { NextResponse } from "next/server";
import { getServerSession } from "next-auth";
import { prisma } from "@/lib/prisma";

export async function GET() {
  const session = await getServerSession();

  if (session?.user.role !== "harbourmaster") {
    return NextResponse.json({ error: "Only the harbourmaster sees every berth." }, { status: 403 });
  }

  return NextResponse.json(await prisma.berth.findMany());
}
