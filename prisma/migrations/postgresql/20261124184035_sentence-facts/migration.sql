-- AlterTable
ALTER TABLE "Claim" ADD COLUMN     "sentenceFacts" TEXT COLLATE "C" NOT NULL DEFAULT '';
