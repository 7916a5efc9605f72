package segmentation.profile;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import segmentation.profile.DecisionTree.Leaf;

/**
 * A node of a {@link DecisionTree}.
 *
 * @param leaf what the node would say without its sides
 * @param sides the two sides of its split; none for a leaf
 */
record TreeNode(Leaf leaf, List<TreeNode> sides) {
    private static final int MOST_LEAVES = 8;
    private static final double LEAST_SHARE = 0.01;

    /**
     * Returns the tree without what does not pay: as long as it has more than 8 leaves, or a branch wins less than one
     * customer in a hundred for each leaf that it adds, or none at all, the branch that wins least is taken back, of
     * several the first. Source: weakest-link pruning of Breiman, Friedman, Olshen and Stone, 1984.
     */
    TreeNode pruned() {
        if (sides.isEmpty()) {
            return this;
        }
        TreeNode weakest =
                branches().min(Comparator.comparingDouble(TreeNode::gain)).orElseThrow();
        boolean pays = weakest.gain() > 0 && weakest.gain() >= LEAST_SHARE * leaf.size();
        return pays && leaves().size() <= MOST_LEAVES ? this : without(weakest).pruned();
    }

    /** Returns the leaves, those at most a split's point first. */
    List<Leaf> leaves() {
        return sides.isEmpty()
                ? List.of(leaf)
                : sides.stream().flatMap(side -> side.leaves().stream()).toList();
    }

    private Stream<TreeNode> branches() {
        return sides.isEmpty()
                ? Stream.empty()
                : Stream.concat(Stream.of(this), sides.stream().flatMap(TreeNode::branches));
    }

    /** Returns how many more customers the branch gets right than the node alone, for each leaf that it adds. */
    private double gain() {
        List<Leaf> leaves = leaves();
        return (double) (leaves.stream().mapToInt(Leaf::right).sum() - leaf.right()) / (leaves.size() - 1);
    }

    private TreeNode without(TreeNode branch) {
        return new TreeNode(
                leaf,
                this == branch
                        ? List.of()
                        : sides.stream().map(side -> side.without(branch)).toList());
    }
}
