-- AlterTable
ALTER TABLE "Mail" ADD COLUMN     "passingId" INTEGER;
