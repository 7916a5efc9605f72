package segmentation.profile;

import segmentation.text.NumberText;

/**
 * What is assumed of a campaign, the same for every segment, so that only the customers make a difference.
 *
 * @param answering share of those contacted who answer, in [0, 1]
 * @param extra what each who answers adds, as a share of the customer's value, at least 0
 * @param margin share of that addition which the business keeps, in [0, 1]
 * @param costPerContact what one contact costs, in the unit of the value, at least 0
 */
public record CampaignPlan(double answering, double extra, double margin, double costPerContact) {

    /** Throws {@link IllegalArgumentException} where a figure is out of its range or NaN. */
    public CampaignPlan {
        if (!(answering >= 0 && answering <= 1 && margin >= 0 && margin <= 1)) {
            throw new IllegalArgumentException(
                    "Answering and margin are shares from 0 to 1, got %s and %s".formatted(answering, margin));
        }
        if (!(extra >= 0 && costPerContact >= 0 && Double.isFinite(extra + costPerContact))) {
            throw new IllegalArgumentException("The extra and the cost of a contact are from 0 up, got %s and %s"
                    .formatted(extra, costPerContact));
        }
    }

    /** Returns what contacting so many earns, the cost not yet taken off; those outside the segment add nothing. */
    double gain(double members, double value) {
        return members * answering * value * extra * margin;
    }

    /** Returns what so many contacts cost. */
    double cost(double contacts) {
        return contacts * costPerContact;
    }

    /** Returns the assumptions in a sentence. */
    public String sentence() {
        return ("Assumed of every campaign: %s of the members contacted answer, each adds %s of the value, %s of that is"
                        + " kept, a contact costs %s.")
                .formatted(
                        NumberText.percent(answering),
                        NumberText.percent(extra),
                        NumberText.percent(margin),
                        NumberText.fixed(costPerContact, 2));
    }
}
