// SPDX-License-Identifier: GPL-2.0-only
/* The reset itself: what is asked, what is done, what is said about it. */
#include <linux/delay.h>
#include <linux/rtnetlink.h>

#include "nrtestnic.h"

static void nrt_perform(struct nrt_slot *slot, u32 done)
{
	u32 lost = done & slot->set.lose_carrier;
	unsigned int i;

	for (i = 0; i < 32; i++)
		if (done & BIT(i))
			slot->seen.component[i]++;
	if (lost)
		nrt_lose_carrier(slot->ndev, &slot->set);
	/* A shared component takes its siblings' link down too. */
	for (i = 0; lost >> ETH_RESET_SHARED_SHIFT && i < nrt_count; i++)
		if (nrt_slots[i].ndev && &nrt_slots[i] != slot)
			nrt_lose_carrier(nrt_slots[i].ndev, &slot->set);
	if (slot->set.vanish_ms)
		mod_delayed_work(system_wq, &slot->vanish,
				 msecs_to_jiffies(slot->set.vanish_ms));
}

static u32 nrt_answer(enum nrt_lie lie, u32 asked, u32 done)
{
	switch (lie) {
	case NRT_CLAIMS_ALL:
	case NRT_ZEROES_FLAGS:
		return 0;
	case NRT_CLAIMS_NOTHING:
		return asked;
	case NRT_RETURNS_UNASKED:
		return (asked & ~done) | (NRT_NAMED & ~asked);
	default:
		return asked & ~done;
	}
}

static int nrt_reset(struct net_device *ndev, u32 *flags)
{
	struct nrt_slot *slot = nrt_slot_of(ndev);
	struct nrt_settings *set = &slot->set;
	u32 asked = *flags, done = asked & set->supported;
	int err;

	ASSERT_RTNL();
	slot->seen.resets++;
	slot->seen.last_in = asked;
	slot->seen.last_out = asked;
	if (set->delay_ms)
		msleep(set->delay_ms);
	err = nrt_fault(&set->reset);
	if (!err && set->strict && done != asked)
		err = -EOPNOTSUPP;
	if (err) {
		slot->seen.errors++;
		netdev_info(ndev, "reset 0x%08x failed: %d\n", asked, err);
		return err;
	}
	if (set->lie != NRT_CLAIMS_ALL)
		nrt_perform(slot, done);
	*flags = nrt_answer(set->lie, asked, done);
	slot->seen.last_out = *flags;
	netdev_info(ndev, "reset 0x%08x, left 0x%08x\n", asked, *flags);
	return 0;
}

static int nrt_begin(struct net_device *ndev)
{
	struct nrt_slot *slot = nrt_slot_of(ndev);

	slot->seen.begins++;
	return nrt_fault(&slot->set.begin);
}

static void nrt_get_drvinfo(struct net_device *ndev, struct ethtool_drvinfo *info)
{
	nrt_slot_of(ndev)->seen.drvinfos++;
	strscpy(info->driver, NRT_NAME, sizeof(info->driver));
	strscpy(info->fw_version, "1.0-test", sizeof(info->fw_version));
	strscpy(info->bus_info, dev_name(ndev->dev.parent), sizeof(info->bus_info));
}

const struct ethtool_ops nrt_ethtool_ops = {
	.begin = nrt_begin,
	.get_drvinfo = nrt_get_drvinfo,
	.get_link = ethtool_op_get_link,
	.reset = nrt_reset,
};

const struct ethtool_ops nrt_ethtool_ops_noreset = {
	.begin = nrt_begin,
	.get_drvinfo = nrt_get_drvinfo,
	.get_link = ethtool_op_get_link,
};
