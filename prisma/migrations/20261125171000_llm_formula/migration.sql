-- AlterTable
ALTER TABLE "LlmRequest" ADD COLUMN     "formula" TEXT;
