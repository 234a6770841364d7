-- AlterTable
ALTER TABLE "Ticket" ADD COLUMN     "solvedAt" TIMESTAMPTZ(3);
