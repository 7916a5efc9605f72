package segmentation.model;

import segmentation.features.FeatureBlocks;
import segmentation.features.GatheredRows;

/**
 * The part of Lloyd's work that falls on some thousands of neighbouring rows: their clusters, and the sums of their
 * coordinates by cluster, kept up to date by the rows that move, which are few after the first iterations.
 */
final class LloydShare {
    private final FeatureBlocks rows;
    private final RowShare share;
    private final int[] partition;
    private final double[] sums;
    private final int[] sizes;

    /**
     * Begins without a member in any cluster.
     *
     * @param partition a cluster for each of all n rows, or {@link Lloyd#NO_CLUSTER}; only those of the share are changed
     */
    LloydShare(FeatureBlocks rows, RowShare share, int[] partition, int k) {
        this.rows = rows;
        this.share = share;
        this.partition = partition;
        this.sums = new double[k * rows.columns()];
        this.sizes = new int[k];
    }

    /** Returns which rows these are. */
    RowShare rows() {
        return share;
    }

    /** Returns the sum of a coordinate over the members of a cluster in this share. */
    double sum(int at) {
        return sums[at];
    }

    /** Returns the number of members of a cluster in this share. */
    int size(int cluster) {
        return sizes[cluster];
    }

    /** Begins to give the rows, block by block, to the nearest centroid. */
    Visit visit(LateIterations late, double[] centroids, Nearest nearest) {
        return late.haveBegun() ? new InDoubt(late, centroids, nearest) : new All(centroids, nearest);
    }

    /** One iteration's work on a share. */
    interface Visit {
        /** Gives the rows of a block to the nearest centroid, at once or by the end. */
        void assign(int block);

        /** Ends the work and returns how many rows changed their cluster. */
        int end();
    }

    /** Compares every row with every centroid. */
    private final class All implements Visit {
        private final double[] centroids;
        private final Nearest nearest;
        private int moved;

        All(double[] centroids, Nearest nearest) {
            this.centroids = centroids;
            this.nearest = nearest;
        }

        @Override
        public void assign(int block) {
            nearest.look(rows, block, centroids);
            int first = block * FeatureBlocks.SIZE;
            int size = rows.size(block);
            if (partition[first] == Lloyd.NO_CLUSTER) {
                nearest.findAll(size);
                rows.add(block, nearest.to, sums);
                System.arraycopy(nearest.to, 0, partition, first, size);
                Nearest.count(nearest.to, size, sizes, 1);
                moved += size;
                return;
            }
            int moving = nearest.findMovers(partition, first, size);
            rows.shift(block, nearest.movers, moving, nearest.from, nearest.to, sums);
            nearest.count(moving, sizes);
            for (int m = 0; m < moving; m++) {
                partition[first + nearest.movers[m]] = nearest.to[m];
            }
            moved += moving;
        }

        @Override
        public int end() {
            return moved;
        }
    }

    /**
     * Looks at the rows without margin alone, gathered from several blocks: in {@code float} first, and in {@code double} at
     * those that may have to move.
     */
    private final class InDoubt implements Visit {
        private final LateIterations late;
        private final double[] centroids;
        private final Nearest nearest;
        private final DoubtfulRows doubtful;
        private int moved;

        InDoubt(LateIterations late, double[] centroids, Nearest nearest) {
            this.late = late;
            this.centroids = centroids;
            this.nearest = nearest;
            this.doubtful = late.borrow();
        }

        @Override
        public void assign(int block) {
            int count = doubtful.choose(partition, block);
            for (int from = 0; from < count; ) {
                from = doubtful.gather(partition, block, from, count);
                if (doubtful.isFull()) {
                    look();
                }
            }
        }

        private void look() {
            int unsure = doubtful.look();
            for (int m = 0; m < unsure; m++) {
                doubtful.gatherAgain(m);
                if (doubtful.again.room() == 0) {
                    lookAgain();
                }
            }
        }

        private void lookAgain() {
            GatheredRows again = doubtful.again;
            nearest.look(again, centroids);
            int moving = nearest.findMovers(doubtful.againClusters, 0, again.size());
            again.shift(nearest.movers, moving, nearest.from, nearest.to, sums);
            nearest.count(moving, sizes);
            for (int m = 0; m < moving; m++) {
                int mover = nearest.movers[m];
                doubtful.againClusters[mover] = nearest.to[m];
                partition[doubtful.againRows[mover]] = nearest.to[m];
            }
            doubtful.keepAgain(nearest);
            moved += moving;
        }

        @Override
        public int end() {
            look();
            lookAgain();
            late.giveBack(doubtful);
            return moved;
        }
    }
}
