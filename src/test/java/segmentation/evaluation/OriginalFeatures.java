package segmentation.evaluation;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;
import segmentation.data.OriginalData;
import segmentation.features.Feature;
import segmentation.features.FeatureMatrix;
import segmentation.features.Standardizer;

/** The z-scored features of the published files that the references speak of; a test is skipped where a file is missing. */
final class OriginalFeatures {
    private OriginalFeatures() {}

    /** Mall customers: income × spending score, all 200 rows. */
    static FeatureMatrix mall() throws IOException {
        return scaled(read("mall-customers/Mall_Customers.csv", ',', "Annual Income (k$)", "Spending Score (1-100)"));
    }

    /** Shop customers: five numbers, all 2,000 rows. */
    static FeatureMatrix shop() throws IOException {
        return scaled(read(
                "shop-customers/Customers.csv",
                ',',
                "Age",
                "Annual Income ($)",
                "Spending Score (1-100)",
                "Work Experience",
                "Family Size"));
    }

    /** Customer personality: age in 2025, income, amounts, channels; known income below 600,000 and age below 100. */
    static FeatureMatrix personality() throws IOException {
        FeatureMatrix all = read(
                "customer-personality/marketing_campaign.csv",
                '\t',
                "Year_Birth",
                "Income",
                "MntWines",
                "MntFruits",
                "MntMeatProducts",
                "MntFishProducts",
                "MntSweetProducts",
                "MntGoldProds",
                "NumDealsPurchases",
                "NumWebPurchases",
                "NumCatalogPurchases",
                "NumStorePurchases");
        double[][] kept = Arrays.stream(all.toRows())
                .filter(row -> row[0] > 2025 - 100 && row[1] < 600_000)
                .toArray(double[][]::new);
        for (double[] row : kept) {
            row[0] = 2025 - row[0];
        }
        return scaled(FeatureMatrix.ofRows(all.features(), kept));
    }

    private static FeatureMatrix scaled(FeatureMatrix raw) {
        return Standardizer.fit(raw).apply(raw);
    }

    /** Reads columns; rows with an empty cell in one of them are dropped. */
    private static FeatureMatrix read(String file, char delimiter, String... columns) throws IOException {
        Path path = OriginalData.folder().resolve(file);
        assumeTrue(Files.exists(path), "SEGMENTATION_DATA holds no " + file);
        CSVFormat format = CSVFormat.DEFAULT
                .builder()
                .setDelimiter(delimiter)
                .setHeader()
                .setSkipHeaderRecord(true)
                .get();
        List<double[]> rows = new ArrayList<>();
        try (Reader reader = Files.newBufferedReader(path)) {
            for (CSVRecord customer : format.parse(reader)) {
                List<String> cells = Arrays.stream(columns).map(customer::get).toList();
                if (cells.stream().noneMatch(String::isBlank)) {
                    rows.add(cells.stream().mapToDouble(Double::parseDouble).toArray());
                }
            }
        }
        return FeatureMatrix.ofRows(Arrays.stream(columns).map(Feature::named).toList(), rows.toArray(double[][]::new));
    }
}
