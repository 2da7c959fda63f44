-- The engine would make "Claim" anew, and lose the triggers of its full-text index.
ALTER TABLE "Claim" ADD COLUMN "sentenceFacts" TEXT NOT NULL DEFAULT '';
