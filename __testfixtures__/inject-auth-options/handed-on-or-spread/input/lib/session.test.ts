import { getServerSession } from "next-auth";

declare const jest: { mocked(value: unknown): { mockResolvedValue(value: unknown): void } };

jest.mocked(getServerSession).mockResolvedValue(null);
void getServerSession();
