package segmentation.model;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import segmentation.features.FeatureMatrix;
import segmentation.features.Matrices;

/** Fits some tables of noise, none a whole number of blocks, and writes a hash of all bits of the models into a file. */
final class EngineFigures {
    private EngineFigures() {}

    public static void main(String... arguments) throws IOException {
        Files.writeString(Path.of(arguments[0]), hash());
    }

    static String hash() {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            int[][] shapes = {{30, 1, 4}, {257, 3, 2}, {611, 4, 9}, {403, 13, 5}, {9001, 2, 3}};
            for (int[] shape : shapes) {
                FeatureMatrix matrix = Matrices.noise(shape[0], shape[0], shape[1]);
                digest.update(bits(
                        KMeans.fit(matrix, shape[2], KMeansOptions.defaults().withRestarts(3))));
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static byte[] bits(KMeansModel model) {
        double[][] centroids = model.centroids();
        int values = 1 + model.k() * centroids[0].length;
        ByteBuffer bits = ByteBuffer.allocate(model.labels().length * Integer.BYTES + values * Double.BYTES);
        Arrays.stream(model.labels()).forEach(bits::putInt);
        Arrays.stream(centroids).flatMapToDouble(Arrays::stream).forEach(bits::putDouble);
        return bits.putDouble(model.wcss()).array();
    }
}
