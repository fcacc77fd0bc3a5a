import { anyOf } from '../../utils/base/pattern-parts.ts';

/** Papers of persons (vocational, degrees, licences to work) and construction qualifications: a category of their own. */
export const PERSONAL_PAPERS = anyOf(
  '',
  /建造师|造价师|造价工程师|监理(?:师|工程师)|消防工程师|安全工程师|[一二]建(?![设筑议])|八大员|[施质资材安]工员|施工员|安全员|资料员|三类人员|安全?[ABC]证|职称/,
  /学历|学位|文凭|毕业证|大专|本科|专升本|自考|成考|成人高考|硕士|教师资格|教资|会计证|药师|护士|咨询师|健康管理师|营养师|育婴师|电工证|焊工证|叉车证|特种作业|上岗证/,
  /操作证|从业资格|职业资格|职业技能|技能证|考证|挂靠|考生|学员|驾驶?证|(?:建筑|施工|承包|劳务|装修|市政|房建|机电|承装修试|设计|勘察|监理)[^，。；\n]{0,6}资质/,
  /资质(?:升级|增项|平移|剥离|分立)|安全生产许可证|安许证?/,
);

/** What is certification or testing of products, systems and services, whoever it is sold to. */
export const CERTIFICATION_PAPERS =
  /认证|检测|检验|质检|验厂|体系|ISO|CMA|CNAS|CCC|3C|(?<![a-z])CE(?![a-z])|有机|绿色食品|报告/i;
